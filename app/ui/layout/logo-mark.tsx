/** Half of the ring are people at a table, the other half is the sound that goes out from it. */
export function LogoMark() {
  return (
    <svg viewBox="0 0 36 36" width="36" height="36" aria-hidden="true" focusable="false">
      <circle cx="15" cy="18" r="5.5" fill="var(--amber)" stroke="var(--mark-line)" strokeWidth="2" />
      <g fill="currentColor">
        <circle cx="15" cy="5.5" r="2.5" />
        <circle cx="6.2" cy="9.2" r="2.5" />
        <circle cx="2.6" cy="18" r="2.5" />
        <circle cx="6.2" cy="26.8" r="2.5" />
        <circle cx="15" cy="30.5" r="2.5" />
      </g>
      <path className="thread-line" d="M22.1 10.9a10 10 0 0 1 0 14.2M27 6a17 17 0 0 1 0 24" />
    </svg>
  );
}

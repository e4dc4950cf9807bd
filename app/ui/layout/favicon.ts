const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="8" fill="#0b5d66"/><circle cx="14" cy="18" r="5.5" fill="#f2b134"/><g fill="#fff"><circle cx="14" cy="6.5" r="2.6"/><circle cx="5.7" cy="10" r="2.6"/><circle cx="5.7" cy="26" r="2.6"/><circle cx="14" cy="29.5" r="2.6"/></g><path d="M21 11a9.9 9.9 0 0 1 0 14M26 6a17 17 0 0 1 0 24" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>`;

/** Stands in the page itself: no request, no file. */
export const favicon = `data:image/svg+xml,${encodeURIComponent(drawing)}`;

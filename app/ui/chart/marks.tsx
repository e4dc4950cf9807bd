// The symbols that every drawing points at. Placed once in the document, first in the body.
const shapes = [
  "M10 1.8 18 9v9H2V9z",
  "M3 3h14v14H3z",
  "m10 2 9 15.5H1z",
  "M2.5 2.5h15V10c0 4.2-3 7-7.5 8.7C5.5 17 2.5 14.2 2.5 10z",
  "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16z",
  "M7 2h6v5h5v6h-5v5H7v-5H2V7h5z",
  "m10 1 9 9-9 9-9-9z",
];

const lines = {
  hand: "M8 12V5.5a1.5 1.5 0 0 1 3 0V11m0-.5v-7a1.5 1.5 0 0 1 3 0V11m0-5a1.5 1.5 0 0 1 3 0v6m0-3a1.5 1.5 0 0 1 3 0v5a8 8 0 0 1-8 8c-3 0-4.7-1.4-6-3.5L3.6 14a1.6 1.6 0 0 1 2.6-1.8L8 14.5",
  microphone: "M9 5a3 3 0 0 1 6 0v6a3 3 0 0 1-6 0zM5 11a7 7 0 0 0 14 0M12 18v4",
  "microphone-off":
    "M9 9v2a3 3 0 0 0 4.5 2.6M15 10V5a3 3 0 0 0-5.8-1M5 11a7 7 0 0 0 10.6 6M19 11c0 1.2-.3 2.3-.8 3.3M12 18v4M3 3l18 18",
  camera: "M2 6h13v12H2zm13 4.5 6-3.5v10l-6-3.5",
  "camera-off": "M6 6h9v9m0 3H2V6m13 4.5 6-3.5v10l-3-1.7M2 2l20 20",
  keyboard: "M2 6h20v12H2zM6 10h.01M10 10h.01M14 10h.01M18 10h.01M7 14h10",
  arrow: "M4 12h15m-6-6 6 6-6 6",
  back: "M20 12H5m6 6-6-6 6-6",
  up: "m6 14.5 6-6 6 6",
  down: "m6 9.5 6 6 6-6",
  check: "m5 12.5 4.5 4.5L19 7",
  close: "m6 6 12 12M18 6 6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  clock: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 4.5V12l3 2.5",
  pencil: "M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19zM14 7l3 3",
  search: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 20.5 20.5",
  people: "M9 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM3 19c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5M16 5.4a3 3 0 0 1 0 5.2M18 14c1.9.8 3 2.5 3 5",
  pause: "M8 5v14M16 5v14",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
};

const solids = {
  error: "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM11 6.5v7h2v-7zm0 9v2.2h2v-2.2z",
  warning: "M12 2.5 23 21.5H1zM11 9v6h2V9zm0 7.5v2.2h2v-2.2z",
  info: "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM11 6.3v2.2h2V6.3zm0 4.2v7h2v-7z",
  success: "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM7.3 11.2 5.9 12.6l4.6 4.6 7.6-7.6-1.4-1.4-6.2 6.2z",
};

export type IconName = keyof typeof lines | keyof typeof solids;

export function Marks() {
  return (
    <svg width="0" height="0" className="visually-hidden" aria-hidden="true" focusable="false">
      {shapes.map((path, index) => (
        <symbol key={path} id={`shape-${index + 1}`} viewBox="0 0 20 20">
          <path d={path} />
        </symbol>
      ))}
      {Object.entries(lines).map(([name, path]) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
          <path fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" d={path} />
        </symbol>
      ))}
      {Object.entries(solids).map(([name, path]) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
          <path fill="currentColor" fillRule="evenodd" d={path} />
        </symbol>
      ))}
    </svg>
  );
}

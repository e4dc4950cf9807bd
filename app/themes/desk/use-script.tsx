import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether script works here: false on the server and while the page comes to life, so that both draw the same. */
export const useScript = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { waitWords } from "./language/wait.ts";
import { makePatientFetch } from "./ui/form/patient-fetch.ts";

// Outside React: it has to be there when React has nothing to show.
const notice = document.createElement("p");
notice.className = "waiting-notice";
notice.role = "status";

window.fetch = makePatientFetch(window.fetch.bind(window), (count) => {
  if (!notice.isConnected) document.body.append(notice);
  notice.textContent = count > 0 ? waitWords[document.documentElement.lang === "en" ? "en" : "nl"].waiting : "";
});

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  );
});

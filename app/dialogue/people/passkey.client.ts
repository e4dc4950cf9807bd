// Keys of the browser itself, without a library: a form with data-passkey asks for what is needed, lets the browser do its part, and is sent.

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer: ArrayBuffer | null): string | undefined =>
  buffer
    ? btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", "")
    : undefined;

interface Asked {
  readonly challenge: string;
  readonly user?: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly excludeCredentials?: readonly { readonly id: string; readonly type: "public-key" }[];
}
const listed = (some: Asked["excludeCredentials"] = []) => some.map((one) => ({ ...one, id: bytes(one.id) }));

async function make(asked: Asked): Promise<PublicKeyCredential | null> {
  const publicKey = {
    ...asked,
    challenge: bytes(asked.challenge),
    user: asked.user && { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: listed(asked.excludeCredentials),
  };
  // the rest of what the server sent has the shape that browsers ask
  return (await navigator.credentials.create({
    publicKey: publicKey as unknown as PublicKeyCredentialCreationOptions,
  })) as PublicKeyCredential | null;
}

async function use(asked: Asked): Promise<PublicKeyCredential | null> {
  const publicKey = { ...asked, challenge: bytes(asked.challenge), allowCredentials: [] };
  return (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
}

function written(key: PublicKeyCredential): string {
  const { response } = key;
  const made = response as AuthenticatorAttestationResponse;
  const used = response as AuthenticatorAssertionResponse;
  const isNew = "attestationObject" in response;
  return JSON.stringify({
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    clientExtensionResults: key.getClientExtensionResults(),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      ...(isNew
        ? { attestationObject: text(made.attestationObject), transports: made.getTransports?.() ?? [] }
        : {
            authenticatorData: text(used.authenticatorData),
            signature: text(used.signature),
            userHandle: text(used.userHandle),
          }),
    },
  });
}

function attach(form: HTMLFormElement): void {
  const answer = form.querySelector<HTMLInputElement>("input[name='answer']");
  const said = form.querySelector<HTMLElement>("[role='status']");
  const button = form.querySelector("button");
  if (!answer || !said || !button) return;
  form.hidden = false;
  document.querySelector<HTMLElement>(`[data-instead="${form.id}"]`)?.setAttribute("hidden", "");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.getAttribute("aria-disabled") === "true") return;
    const name = form.querySelector<HTMLInputElement>("input[name='name']");
    if (name?.value.trim() === "") {
      // before the device makes a key that is then refused
      said.textContent = form.dataset.nameless ?? "";
      name.focus();
      return;
    }
    button.setAttribute("aria-disabled", "true");
    said.textContent = "";
    try {
      const { ask = "", passkey } = form.dataset;
      const asked: Asked = await (await fetch(ask, { method: "POST", body: new URLSearchParams() })).json();
      const key = await (passkey === "make" ? make(asked) : use(asked));
      if (!key) throw new Error("no key");
      answer.value = written(key);
      form.submit();
    } catch {
      // the browser has told why, or the person stopped
      said.textContent = form.dataset.stopped ?? "";
      button.removeAttribute("aria-disabled");
    }
  });
}

if (window.PublicKeyCredential) for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) attach(form);

import { readHtml, type Token } from "./html.ts";

interface Field {
  readonly name: string;
  /** of an input its type; else select or textarea */
  readonly type: string;
  readonly value: string;
  /** radio, checkbox: ticked; an option of a select: selected */
  readonly checked: boolean;
  readonly label: string;
}
export interface FormButton {
  readonly name: string;
  readonly value: string;
  readonly label: string;
}
export interface Form {
  readonly method: "get" | "post";
  /** absent: the page itself */
  readonly action: string | undefined;
  readonly fields: readonly Field[];
  readonly buttons: readonly FormButton[];
}
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Draft {
  readonly id: string | undefined;
  readonly method: "get" | "post";
  readonly action: string | undefined;
  readonly fields: (Field & { id: string | undefined; around: Label | null })[];
  readonly buttons: FormButton[];
}
type Label = { readonly of: string | undefined; text: string };

/** Every form of a page, as a browser without script would fill it in. */
export function readForms(html: string): readonly Form[] {
  const tokens = readHtml(html);
  const drafts: Draft[] = [];
  const labels: Label[] = [];
  let form: Draft | null = null;
  let label: Label | null = null;
  let select: { name: string; id: string | undefined; chosen: boolean; first: number; form: Draft | null; off: boolean } | null =
    null;
  let disabled = 0;
  const fieldsets: boolean[] = [];
  // Controls may stand before the form they name.
  const elsewhere: { to: string; add: (draft: Draft) => void }[] = [];
  const put = (to: string | undefined, add: (draft: Draft) => void) => {
    if (to !== undefined) elsewhere.push({ to, add });
    else if (form) add(form);
  };

  tokens.forEach((token, at) => {
    if (token.kind === "text") {
      if (label) label.text += token.text;
      return;
    }
    if (token.kind === "close") {
      if (token.name === "form") form = null;
      else if (token.name === "label") label = null;
      else if (token.name === "fieldset" && fieldsets.pop()) disabled--;
      else if (token.name === "select" && select) {
        // Without a choice a browser sends the first.
        const { name, form: of, chosen } = select;
        const first = of?.fields.find((one) => one.name === name && one.type === "select");
        if (first && of && !chosen) of.fields[of.fields.indexOf(first)] = { ...first, checked: true };
        select = null;
      }
      return;
    }
    const { name: tag, attributes: a } = token;
    const off = disabled > 0 || "disabled" in a;
    const around = label;
    switch (tag) {
      case "form":
        form = {
          id: a.id,
          method: a.method?.toLowerCase() === "post" ? "post" : "get",
          action: a.action,
          fields: [],
          buttons: [],
        };
        drafts.push(form);
        break;
      case "fieldset":
        fieldsets.push("disabled" in a);
        if ("disabled" in a) disabled++;
        break;
      case "label":
        label = { of: a.for, text: "" };
        labels.push(label);
        break;
      case "input": {
        const type = (a.type ?? "text").toLowerCase();
        if (off) break;
        if (type === "submit")
          put(a.form, (to) => to.buttons.push({ name: a.name ?? "", value: a.value ?? "", label: a.value ?? "" }));
        else if (a.name && type !== "button") {
          const value = a.value ?? (type === "checkbox" || type === "radio" ? "on" : "");
          put(a.form, (to) =>
            to.fields.push({ name: a.name ?? "", type, value, checked: "checked" in a, label: "", id: a.id, around }),
          );
        }
        break;
      }
      case "textarea": {
        // The first newline is only there to keep the one after it.
        const value = textUntil(tokens, at, "textarea").replace(/^\n/, "");
        if (!off && a.name)
          put(a.form, (to) =>
            to.fields.push({ name: a.name ?? "", type: "textarea", value, checked: false, label: "", id: a.id, around }),
          );
        break;
      }
      case "select":
        select = { name: a.name ?? "", id: a.id, chosen: false, first: at, form, off };
        break;
      case "option": {
        if (!select || select.off || off) break;
        const text = textUntil(tokens, at, "option").trim();
        const { name, id } = select;
        if ("selected" in a) select.chosen = true;
        select.form?.fields.push({
          name,
          type: "select",
          value: a.value ?? text,
          checked: "selected" in a,
          label: text,
          id,
          around: null,
        });
        break;
      }
      case "button":
        if (!off && (a.type ?? "submit") === "submit") {
          const words = textUntil(tokens, at, "button").replace(/\s+/g, " ").trim();
          put(a.form, (to) => to.buttons.push({ name: a.name ?? "", value: a.value ?? "", label: words }));
        }
    }
  });
  for (const { to, add } of elsewhere) {
    const draft = drafts.find(({ id }) => id === to);
    if (draft) add(draft);
  }
  return drafts.map((draft) => ({
    method: draft.method,
    action: draft.action,
    buttons: draft.buttons,
    fields: draft.fields.map(({ id, around, ...field }) => {
      const own = around ?? (id ? labels.find((one) => one.of === id) : undefined);
      return { ...field, label: field.label || (own?.text ?? "").replace(/\s+/g, " ").trim() };
    }),
  }));
}

function textUntil(tokens: readonly Token[], at: number, name: string): string {
  let text = "";
  for (let next = at + 1; next < tokens.length; next++) {
    const token = tokens[next];
    if (token?.kind === "close" && token.name === name) break;
    if (token?.kind === "text") text += token.text;
  }
  return text;
}

/** The value of the choice that is called so. */
export function choiceOf(form: Form, name: string, label: string): string {
  const choices = form.fields.filter((field) => field.name === name);
  const low = label.toLowerCase();
  const found =
    choices.find((choice) => choice.label.toLowerCase() === low) ??
    choices.find((choice) => choice.label.toLowerCase().startsWith(low)) ??
    choices.find((choice) => choice.label.toLowerCase().includes(low));
  if (!found) throw new Error(`no choice "${label}" for ${name} among: ${choices.map((choice) => choice.label).join(", ")}`);
  return found.value;
}

/** What a browser sends: what stood there, what was typed over it, and the button. @throws when the form has no such field */
export function fillIn(form: Form, typed: Typed, button?: FormButton): URLSearchParams {
  const sent = new URLSearchParams();
  const isChoice = (field: Field) => ["radio", "checkbox", "select"].includes(field.type);
  for (const name of Object.keys(typed))
    if (typed[name] !== undefined && !form.fields.some((field) => field.name === name))
      throw new Error(`no field ${name} in the form`);
  const done = new Set<string>();
  for (const field of form.fields) {
    const own = typed[field.name];
    if (own === undefined) {
      if (!isChoice(field) || field.checked) sent.append(field.name, field.value);
    } else if (isChoice(field)) {
      const wanted = typeof own === "string" ? [own] : own;
      if (wanted.includes(field.value)) sent.append(field.name, field.value);
    } else if (!done.has(field.name)) {
      done.add(field.name);
      for (const value of typeof own === "string" ? [own] : own) sent.append(field.name, value);
    }
  }
  for (const [name, own] of Object.entries(typed))
    for (const value of own === undefined ? [] : typeof own === "string" ? [own] : own)
      if (!sent.getAll(name).includes(value)) throw new Error(`no choice ${value} for ${name}`);
  if (button?.name) sent.append(button.name, button.value);
  return sent;
}

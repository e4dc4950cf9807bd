type Field = HTMLInputElement | HTMLTextAreaElement;
type Words = { left: string; leftOne: string; over: string; overOne: string };

/** An emoji is one sign, as the server counts it. */
export const codePoints = (text: string) => [...text].length;

export function countText(length: number, max: number, words: Words) {
  const left = max - length;
  const text = left === 1 ? words.leftOne : left >= 0 ? words.left : left === -1 ? words.overOne : words.over;
  return text.replace("{n}", String(Math.abs(left)));
}

/** Counts under a field; says it aloud only near the limit and after a pause in the typing. */
export function watchCount(field: Field) {
  const shown = field.ownerDocument.querySelector<HTMLElement>(`[data-count="${CSS.escape(field.id)}"]`);
  const said = field.ownerDocument.querySelector<HTMLElement>(`[data-count-said="${CSS.escape(field.id)}"]`);
  if (!shown || !said) return;
  const max = Number(shown.dataset.max);
  const { left = "", leftOne = "", over = "", overOne = "" } = shown.dataset;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const count = () => {
    const length = codePoints(field.value);
    const text = countText(length, max, { left, leftOne, over, overOne });
    shown.textContent = text;
    shown.classList.toggle("over", length > max);
    clearTimeout(pause);
    pause = setTimeout(() => {
      said.textContent = length > max * 0.8 ? text : "";
    }, 900);
  };
  count();
  field.addEventListener("input", count);
  return () => {
    clearTimeout(pause);
    field.removeEventListener("input", count);
  };
}

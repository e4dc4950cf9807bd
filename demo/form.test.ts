import { expect, test } from "vitest";
import { choiceOf, fillIn, readForms } from "./form.ts";
import { readHtml, textOf } from "./html.ts";

const page = `<!doctype html><html><head><title>A &amp; B</title><script>if (1 < 2) document.write("<form>")</script></head><body>
<form method="post" action="/x?stap=open" novalidate="">
  <input type="hidden" name="id" value="a&quot;b&#x27;c"/>
  <label for="name">Uw <em>naam</em></label><input type="text" name="name" id="name" value=""/>
  <label><input type="radio" name="field" value="f1"/><span>Wonen<!-- --> en zo</span></label>
  <label><input type="radio" name="field" value="f2" checked=""/><span>Werk</span></label>
  <label><input type="checkbox" name="also" value="1"/>Een</label><label><input type="checkbox" name="also" value="2" checked/>Twee</label>
  <textarea name="text">
 x &lt;b&gt;</textarea>
  <select name="kind"><option value="a">Aa</option><option value="b" selected="">Bb</option></select>
  <select name="other"><option>Een</option><option>Twee</option></select>
  <fieldset disabled=""><input name="off" value="1"/></fieldset>
  <button type="button">Niets</button><button name="deed" value="add"><svg><path d="M0 0"/></svg>Voeg toe</button><button name="deed" value="no" disabled="">Nee</button>
</form>
<form><input name="q"/></form><input name="late" value="1" form="f3"/><form id="f3" method="POST"></form>
</body></html>`;

test("a form is read as a browser without script would send it", () => {
  const [form, search, third] = readForms(page);
  expect(form?.method).toBe("post");
  expect(form?.action).toBe("/x?stap=open");
  expect(form?.buttons).toEqual([{ name: "deed", value: "add", label: "Voeg toe" }]);
  expect(form && [...fillIn(form, {}, form.buttons[0])]).toEqual([
    ["id", `a"b'c`],
    ["name", ""],
    ["field", "f2"],
    ["also", "2"],
    ["text", " x <b>"],
    ["kind", "b"],
    ["other", "Een"],
    ["deed", "add"],
  ]);
  expect(search?.method).toBe("get");
  expect(third && [...fillIn(third, {})]).toEqual([["late", "1"]]);
});

test("what is typed takes the place of what stood there", () => {
  const [form] = readForms(page);
  if (!form) throw new Error("no form");
  const sent = fillIn(form, { name: "Jan & Jo", field: choiceOf(form, "field", "wonen"), also: ["1", "2"], kind: "a", text: "" });
  expect([...sent]).toEqual([
    ["id", `a"b'c`],
    ["name", "Jan & Jo"],
    ["field", "f1"],
    ["also", "1"],
    ["also", "2"],
    ["text", ""],
    ["kind", "a"],
    ["other", "Een"],
  ]);
  expect(fillIn(form, { also: [] }).getAll("also")).toEqual([]);
});

test("a field or a choice that is not there is said, not sent", () => {
  const [form] = readForms(page);
  if (!form) throw new Error("no form");
  expect(() => fillIn(form, { nope: "1" })).toThrow("nope");
  expect(() => fillIn(form, { field: "f9" })).toThrow("f9");
  expect(() => choiceOf(form, "field", "Zorg")).toThrow("Zorg");
});

test("labels are found around a control and by its id", () => {
  const [form] = readForms(page);
  expect(form?.fields.find(({ name }) => name === "name")?.label).toBe("Uw naam");
  expect(form?.fields.find(({ value }) => value === "f1")?.label).toBe("Wonen en zo");
});

test("text is what somebody would read", () => {
  expect(textOf("<p>Een<!-- --> <b>twee</b></p><script>drie</script>&nbsp;&#8364;")).toBe("Een twee €");
  expect(readHtml('<a href=/x title="a>b">').map((token) => token.kind)).toEqual(["open"]);
});

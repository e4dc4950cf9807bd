import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { fileLimits, fileName, kindByName } from "./file.ts";
import { lookAt } from "./file-look.server.ts";

type Part = { readonly name: string; readonly bytes: Buffer; readonly says?: number };

/** A zip with these parts; `says` is what it lies about its size. */
function zip(parts: readonly Part[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, says = bytes.length } of parts) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(says, 22);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(says, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(at, 42);
    local.push(head, title, packed);
    central.push(entry, title);
    at += 30 + title.length + packed.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, list, end]);
}

const text = (words: string) => Buffer.from(words);
const types = { name: "[Content_Types].xml", bytes: text("<Types/>") };
const document = { name: "word/document.xml", bytes: text("<w:document/>") };
const odt = { name: "mimetype", bytes: text("application/vnd.oasis.opendocument.text") };
const pdf = text("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj");

test.each([
  ["werkblad.pdf", pdf],
  ["kaart.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])],
  ["kaart.JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ["notitie.txt", text("Dinsdag bellen: ’s ochtends.")],
  ["folder.docx", zip([types, document])],
  ["folder.odt", zip([odt, { name: "content.xml", bytes: text("<office/>") }])],
] as const)("%s may go along", async (name, bytes) => {
  expect(await lookAt(name, bytes)).toMatchObject({ ok: true });
});

test.each([
  ["niets.pdf", Buffer.alloc(0), "empty"],
  ["groot.pdf", Buffer.concat([pdf, Buffer.alloc(fileLimits.bytes)]), "large"],
  ["tekening.svg", text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), "type"],
  ["tekening.txt", text("<svg><script>alert(1)</script></svg>"), "script"],
  ["pagina.html", text("<!doctype html>"), "type"],
  ["programma.exe", text("MZ"), "type"],
  ["zonder-einde", pdf, "type"],
  ["programma.pdf", text("MZ this is no PDF"), "type"],
  ["kaart.png", pdf, "type"],
  ["met-script.pdf", text("%PDF-1.7 << /S /JavaScript /JS (app.alert) >>"), "script"],
  ["letters.txt", Buffer.from([0xff, 0xfe, 0x41, 0x00]), "type"],
  ["macro.docx", zip([types, document, { name: "word/vbaProject.bin", bytes: text("x") }]), "script"],
  ["macro.odt", zip([odt, { name: "Basic/Standard/Module1.xml", bytes: text("x") }]), "script"],
  ["ander.docx", zip([types, { name: "xl/workbook.xml", bytes: text("x") }]), "type"],
  ["ander.ods", zip([odt]), "type"],
  ["weg.docx", zip([types, document, { name: "../../etc/passwd", bytes: text("x") }]), "type"],
  ["stuk.docx", zip([types, document]).subarray(0, 60), "type"],
] as const)("%s is refused", async (name, bytes, trouble) => {
  expect(await lookAt(name, bytes)).toEqual({ ok: false, trouble });
});

test("a zip bomb is refused by what it becomes, whatever it says of its size", async () => {
  const filler = Buffer.alloc(35 * 1024 * 1024);
  const bomb = zip([types, document, { name: "a.xml", bytes: filler, says: 10 }, { name: "b.xml", bytes: filler, says: 10 }]);
  expect(bomb.length).toBeLessThan(200_000);
  expect(await lookAt("bom.docx", bomb)).toEqual({ ok: false, trouble: "bomb" });
  const many = zip([types, document, ...Array.from({ length: 2_100 }, (_, n) => ({ name: `${n}.xml`, bytes: text("x") }))]);
  expect(await lookAt("veel.docx", many)).toEqual({ ok: false, trouble: "bomb" });
});

test("a name keeps its letters and loses what a disk or a header could trip over", () => {
  expect(fileName("../..\\geheim/Überzicht “één”.PDF", "pdf")).toBe("Überzicht _één_.pdf");
  expect(fileName('a"\r\nSet-Cookie: x.pdf', "pdf")).toBe("a___Set-Cookie_ x.pdf");
  expect(fileName(".pdf", "pdf")).toBe("bestand.pdf");
  expect(kindByName("foto.jpeg")).toBe("jpg");
  expect(kindByName("foto.jpeg.exe")).toBeNull();
});

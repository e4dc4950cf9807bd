/** An invented export: two blocks of people who choose the opposite, one statement that they share, and one that was rejected. */
export function polisExport(people = 40, statements = 12) {
  const vote = (i: number, j: number) =>
    (i + j) % 9 === 0 ? "" : j === 0 || (i % 2 === j % 2) !== ((i * 7 + j * 3) % 10 === 0) ? 1 : -1;
  const rows = Array.from({ length: people }, (_, i) => Array.from({ length: statements }, (_, j) => vote(i, j)));
  const sum = (cells: readonly (number | string)[], of: number) => cells.filter((cell) => cell === of).length;
  return {
    wide: [
      ["participant", "n-agree", "n-disagree", ...Array.from({ length: statements }, (_, j) => j)].join(),
      ...rows.map((cells, i) => [`p${i}`, sum(cells, 1), sum(cells, -1), ...cells].join()),
    ].join("\n"),
    long: [
      "timestamp,comment-id,voter-id,vote",
      ...rows.flatMap((cells, i) => cells.flatMap((cell, j) => (cell === "" ? [] : [`${j},${j},p${i},${cell}`]))),
    ].join("\n"),
    comments: [
      "comment-id,agrees,disagrees,moderated,comment-body",
      ...Array.from({ length: statements }, (_, j) =>
        [
          j,
          rows.filter((cells) => cells[j] === 1).length,
          rows.filter((cells) => cells[j] === -1).length,
          j === 5 ? -1 : 1,
          `"Stelling ${j}, voluit"`,
        ].join(),
      ),
    ].join("\n"),
  };
}

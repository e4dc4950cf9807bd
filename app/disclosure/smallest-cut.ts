export type Edge = { readonly from: string; readonly to: string; readonly people: number };

/**
 * The cheapest way to part one connected piece of a graph in two (Stoer and Wagner 1997, "A simple min-cut algorithm").
 * Pieces that are apart already are looked at one by one.
 * @returns the people on the edges that are cut and the points on one side; undefined without edges
 */
export function smallestCut(edges: readonly Edge[]): { people: number; side: ReadonlySet<string> } | undefined {
  const cuts = pieces(edges).map(cutOfPiece);
  return cuts.reduce<(typeof cuts)[number] | undefined>(
    (best, cut) => (best === undefined || cut.people < best.people ? cut : best),
    undefined,
  );
}

function pieces(edges: readonly Edge[]): Edge[][] {
  const found: { points: Set<string>; edges: Edge[] }[] = [];
  for (const edge of edges.filter(({ people }) => people > 0)) {
    const touched = found.filter(({ points }) => points.has(edge.from) || points.has(edge.to));
    const joined = {
      points: new Set([edge.from, edge.to, ...touched.flatMap(({ points }) => [...points])]),
      edges: [edge, ...touched.flatMap((piece) => piece.edges)],
    };
    found.splice(0, found.length, ...found.filter((piece) => !touched.includes(piece)), joined);
  }
  return found.map((piece) => piece.edges);
}

function cutOfPiece(edges: readonly Edge[]): { people: number; side: ReadonlySet<string> } {
  const weights = new Map<string, Map<string, number>>();
  const tie = (a: string, b: string, people: number) => {
    const others = weights.get(a) ?? new Map<string, number>();
    weights.set(a, others.set(b, (others.get(b) ?? 0) + people));
  };
  for (const { from, to, people } of edges) {
    tie(from, to, people);
    tie(to, from, people);
  }
  const merged = new Map([...weights.keys()].map((point) => [point, new Set([point])]));
  let best: { people: number; side: ReadonlySet<string> } = { people: Number.POSITIVE_INFINITY, side: new Set() };
  while (weights.size > 1) {
    const order: string[] = [];
    const pull = new Map([...weights.keys()].map((point) => [point, 0]));
    while (pull.size > 0) {
      const [next] = [...pull].reduce((most, point) => (point[1] > most[1] ? point : most));
      order.push(next);
      const strength = pull.get(next) ?? 0;
      pull.delete(next);
      for (const [other, people] of weights.get(next) ?? [])
        if (pull.has(other)) pull.set(other, (pull.get(other) ?? 0) + people);
      if (pull.size === 0 && strength < best.people) best = { people: strength, side: new Set(merged.get(next)) };
    }
    const [last, before] = [order.at(-1) ?? "", order.at(-2) ?? ""];
    for (const [other, people] of weights.get(last) ?? []) {
      weights.get(other)?.delete(last);
      if (other === before) continue;
      tie(before, other, people);
      tie(other, before, people);
    }
    weights.delete(last);
    for (const point of merged.get(last) ?? []) merged.get(before)?.add(point);
  }
  return best;
}

/** `limit` stands there without script; in the others `{n}` becomes the number. */
export type CountWords = { limit: string; left: string; leftOne: string; over: string; overOne: string };

export function Count({ id, max, count }: { id: string; max: number; count: CountWords }) {
  return (
    <>
      <p
        className="count"
        id={`${id}-count`}
        data-count={id}
        data-max={max}
        data-left={count.left}
        data-left-one={count.leftOne}
        data-over={count.over}
        data-over-one={count.overOne}
      >
        {count.limit}
      </p>
      <span className="visually-hidden" aria-live="polite" data-count-said={id} />
    </>
  );
}

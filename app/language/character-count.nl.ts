/** How many characters may still be typed, below a field. */
export const characterCount = {
  limit: (p: { n: number }) => `Hoogstens ${p.n} tekens`,
  left: "Nog {n} tekens",
  leftOne: "Nog 1 teken",
  over: "{n} tekens te veel",
  overOne: "1 teken te veel",
};

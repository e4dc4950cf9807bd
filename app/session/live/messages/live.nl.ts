export const live = {
  time: {
    label: "Tijd voor dit onderdeel",
    left: "nog",
    until: (p: { time: string }) => `tot ${p.time}`,
    paused: "de klok staat stil",
    over: "de tijd is om",
    lastMinute: "laatste minuut",
    lastSeconds: "laatste tien seconden",
    aMinute: "Nog één minuut voor dit onderdeel.",
    tenSeconds: "Nog tien seconden voor dit onderdeel.",
  },
  connection: {
    lost: "U bent even niet verbonden. We proberen het vanzelf opnieuw. Wat u typt, blijft staan.",
    back: "U bent weer verbonden.",
  },
};

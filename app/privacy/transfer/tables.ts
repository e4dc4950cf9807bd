/** What stays behind, and why: the exclusions of a transfer. */
export const staysBehind: Readonly<Record<string, string>> = {
  audit: "the log is of this installation, and sealed here",
  audit_seal: "the log is of this installation, and sealed here",
  ledger: "a new line begins",
  application: "keys open this installation",
  hook: "addresses belong to this installation",
  hook_event: "it was told from here",
  hook_delivery: "it was told from here",
  mail: "letters left from here",
  mailbox: "letters left from here",
  message: "letters left from here",
  link: "secrets of this installation",
  device: "secrets of this installation",
  passkey: "secrets of this installation",
  oidc_account: "accounts of this installation",
  network_file_gone: "what still stands in the store of this installation",
  network_need: "it is read anew from the needs",
  hand_over: "how it came here",
  membership: "the other organisation has its own team",
  presence: "who is here now",
  team_presence: "who is here now",
  team_note: "notes of this team",
  last_deed: "what can be taken back for ten seconds",
  tally: "the database counts it itself",
  area: "every installation has its own list",
};

/** Rows of these tell of one person alone: of who did not agree they stay behind. */
export const personal: readonly string[] = [
  "registration",
  "registration_field",
  "registration_form",
  "access_need",
  "connection_check",
  "card",
  "consent",
  "attendance",
  "step_attendance",
  "help",
  "floor",
  "measure",
  "flag",
  "seat_wish",
  "programme_news",
];

/** The purpose under which somebody agrees that their name and address go along to a successor. */
export const transferPurpose = "transfer";
export const transferForm = 1;

export interface Reference {
  readonly table: string;
  readonly column: string;
  readonly to: string;
}

/** Tables in an order in which what is pointed at comes first; a table that points at itself may. Circles end in the order given. */
export function inOrder(tables: readonly string[], references: readonly Reference[]): string[] {
  const done: string[] = [];
  const visit = (table: string, way: readonly string[]): void => {
    if (done.includes(table) || way.includes(table)) return;
    for (const { to } of references.filter((one) => one.table === table && one.to !== table && tables.includes(one.to)))
      visit(to, [...way, table]);
    done.push(table);
  };
  for (const table of tables) visit(table, []);
  return done;
}

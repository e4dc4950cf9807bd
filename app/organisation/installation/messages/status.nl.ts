interface Values {
  readonly sent: string;
  readonly late: string;
  readonly failed: number;
  readonly gaveUp: number;
  readonly free: string;
  readonly total: string;
  readonly backup: string;
  readonly ms: number;
  readonly hooks: number;
}

/** How the installation is doing, for who looks after it. */
export const status = {
  title: "Hoe staat het ervoor",
  all: {
    good: "Alles werkt.",
    warn: "Alles werkt, maar er is iets om naar te kijken.",
    unknown: "Wat Klankbord zelf kan zien, werkt. Niet alles kan het zelf zien.",
    bad: "Er werkt iets niet. Hieronder staat wat, en wat u kunt doen.",
  },
  health: { good: "goed", warn: "let op", bad: "niet goed", unknown: "onbekend" },
  parts: {
    mail: "E-mail",
    jobs: "Werk op de achtergrond",
    disk: "Schijf",
    backup: "Back-up",
    database: "Database",
    media: "Beeld en geluid",
    hooks: "Webhooks",
  },
  codes: {
    "mail.good": (p: Values) => `E-mail gaat naar buiten. De laatste is verstuurd op ${p.sent}.`,
    "mail.none-yet": (_: Values) => "Er is nog geen e-mail verstuurd. Vraag voor uzelf een aanmeldlink om het te proberen.",
    "mail.inside": (_: Values) =>
      "E-mail gaat niet naar buiten, omdat SMTP_URL niet is ingesteld. U leest alle e-mail bij Post. Dat is bedoeld om te proberen, niet om een dialoog te houden.",
    "mail.some": (p: Values) =>
      p.failed === 1
        ? "Vandaag is 1 e-mail niet aangekomen. De e-mails daarna gingen wel weg. Meestal klopt het adres niet."
        : `Vandaag zijn ${p.failed} e-mails niet aangekomen. De e-mails daarna gingen wel weg. Meestal kloppen de adressen niet.`,
    "mail.fails": (p: Values) =>
      `De laatste e-mails zijn niet verstuurd (vandaag ${p.failed}). Kijk of de mailserver van SMTP_URL werkt en of het wachtwoord nog klopt. Stuur de e-mails daarna opnieuw bij Post.`,
    "mail.late": (p: Values) =>
      `Er wacht e-mail die er op ${p.late} uit had gemoeten. Kijk of de mailserver van SMTP_URL antwoordt. Klankbord blijft het proberen.`,
    "jobs.good": (_: Values) => "Het werk op de achtergrond loopt op tijd.",
    "jobs.gave-up": (p: Values) =>
      p.gaveUp === 1
        ? "1 taak is na herhaald proberen gestopt. Het logbestand van de server zegt welke."
        : `${p.gaveUp} taken zijn na herhaald proberen gestopt. Het logbestand van de server zegt welke.`,
    "jobs.late": (p: Values) =>
      `Er wacht werk sinds ${p.late}. Is de server druk, wacht dan even. Blijft dit staan, start Klankbord dan opnieuw: er gaat niets verloren.`,
    "disk.good": (p: Values) => `Er is ${p.free} GB vrij van ${p.total} GB.`,
    "disk.low": (p: Values) => `Er is nog ${p.free} GB vrij van ${p.total} GB. Maak ruimte voordat een dialoog begint.`,
    "disk.full": (p: Values) =>
      `Er is nog maar ${p.free} GB vrij van ${p.total} GB. Maak nu ruimte. Op een volle schijf bewaart Klankbord niets meer.`,
    "disk.elsewhere": (_: Values) => "De gegevens staan in een database buiten deze machine. Let daar op de ruimte.",
    "backup.good": (p: Values) => `De laatste back-up is gemaakt op ${p.backup}.`,
    "backup.old": (p: Values) =>
      `De laatste back-up is van ${p.backup}. Laat elke nacht klankbord backup BESTAND draaien, en bewaar het bestand op een andere machine.`,
    "backup.never": (_: Values) =>
      "Er is nog geen back-up gemaakt. Laat elke nacht klankbord backup BESTAND draaien, en bewaar het bestand op een andere machine.",
    "backup.elsewhere": (_: Values) =>
      "Klankbord weet alleen van back-ups die het zelf maakt. Vraag wie de database beheert, hoe vaak die daar wordt bewaard.",
    "database.good": (p: Values) => `De database antwoordt binnen ${p.ms} milliseconden.`,
    "database.slow": (p: Values) =>
      `De database antwoordt traag: ${p.ms} milliseconden. Tijdens een bijeenkomst merken deelnemers dat. Kijk of de machine het te druk heeft.`,
    "media.off": (_: Values) => "Beeld en geluid staan uit (MEDIA=off). Gesprekken gaan in tekst.",
    "media.untested": (_: Values) =>
      "Of beeld en geluid door de firewall komen, ziet Klankbord pas als mensen hun verbinding testen. Vraag drie mensen buiten uw netwerk om de verbindingstest te doen.",
    "media.good": (_: Values) => "Beeld en geluid komen door: mensen testten dat de afgelopen dertig dagen met succes.",
    "media.detour": (_: Values) =>
      "Beeld en geluid komen alleen langs een omweg (TURN) door. Zet de poorten van MEDIA_PORTS open voor UDP, en kijk of MEDIA_PUBLIC_ADDRESS klopt.",
    "media.blocked": (_: Values) =>
      "Beeld en geluid kwamen bij niemand door die het testte. Zet de poorten van MEDIA_PORTS open voor UDP, en kijk of MEDIA_PUBLIC_ADDRESS klopt. Gesprekken gaan zolang in tekst.",
    "hooks.good": (_: Values) => "Andere programma's krijgen bericht.",
    "hooks.failing": (p: Values) =>
      p.hooks === 1
        ? "Bij 1 webhook komen berichten niet aan. Vraag wie dat programma beheert om ernaar te kijken. Klankbord probeert het twee dagen; daarna stuurt u een bericht opnieuw bij Koppelingen."
        : `Bij ${p.hooks} webhooks komen berichten niet aan. Vraag wie die programma's beheert om ernaar te kijken. Klankbord probeert het twee dagen; daarna stuurt u een bericht opnieuw bij Koppelingen.`,
    "hooks.gone": (_: Values) =>
      "Een programma liet weten dat het geen berichten meer wil. Beëindig die webhook bij Koppelingen, of vraag of het een vergissing is.",
  },
  toMail: "Bekijk welke e-mails",
  toHooks: "Naar Koppelingen",
  versions: "Versies",
  embedded: "PostgreSQL (meegeleverd)",
  elsewhere: "PostgreSQL (elders)",
  asked: (p: { when: string }) => `Zo was het op ${p.when}.`,
};

/** The words of the letters to participants. */
export const mail = {
  greeting: (p: { name: string }) => (p.name ? `Beste ${p.name},` : "Goedendag,"),
  closing: (p: { owner: string; contact: string }) =>
    ["Met vriendelijke groet,", p.owner, p.contact ? `Vragen of hulp: ${p.contact}` : ""].filter(Boolean).join("\n"),
  when: (p: { when: string }) => `Wanneer: ${p.when}`,
  where: "Waar: online, in uw browser. U hoeft niets te installeren.",
  join: "Doe mee",
  myPage: "Bekijk uw aanmelding",
  personal: "Deze link is alleen voor u. Stuur hem niet door. Hij werkt op uw computer en op uw telefoon, zo vaak als u wilt.",
  changeOrCancel: "Kunt u toch niet? Meld u af via de link, of geef uw plaats aan een collega. Dan kan een ander meedoen.",
  inCalendar: "In de bijlage staat de afspraak voor uw agenda.",
  calendarLink: "Ook in de agenda-afspraak staat uw persoonlijke link. Deelt u uw agenda met collega's? Haal de link er dan uit.",
  notYou: "Hebt u zich niet aangemeld? Dan hoeft u niets te doen. Er gebeurt dan niets met uw e-mailadres.",
  confirm: {
    subject: (p: { title: string }) => `Bevestig uw aanmelding voor ‘${p.title}’`,
    first: (p: { title: string; when: string }) =>
      `U hebt zich aangemeld voor de online dialoog ‘${p.title}’ op ${p.when}. Open de link om te bevestigen dat dit uw e-mailadres is. Pas daarna telt uw aanmelding mee.`,
    again: (p: { title: string; when: string }) =>
      `U hebt het aanmeldformulier opnieuw ingevuld voor de online dialoog ‘${p.title}’ op ${p.when}. Open de link, dan nemen uw nieuwe antwoorden de plaats in van de eerdere. Doet u dat niet, dan verandert er niets.`,
    button: "Bevestig uw aanmelding",
    week: "De link werkt één keer, een week lang.",
  },
  confirmed: {
    subject: (p: { title: string }) => `Uw aanmelding voor ‘${p.title}’ is binnen`,
    text: (p: { title: string; when: string }) =>
      `Dank u wel. Uw aanmelding voor de online dialoog ‘${p.title}’ op ${p.when} is binnen. De organisator kiest uit alle aanmeldingen een gemengde groep. U krijgt bericht of u een plaats hebt.`,
  },
  admitted: {
    subject: (p: { title: string }) => `U doet mee met ‘${p.title}’`,
    text: (p: { title: string }) => `U hebt een plaats in de online dialoog ‘${p.title}’. Met de link komt u binnen.`,
    lobby: (p: { minutes: number }) =>
      `De bijeenkomst gaat ${p.minutes} minuten voor het begin open. Dan kunt u alvast kijken of alles werkt.`,
  },
  promoted: {
    subject: (p: { title: string }) => `Er is een plaats voor u vrij bij ‘${p.title}’`,
    text: (p: { title: string }) =>
      `U stond op de wachtlijst van de online dialoog ‘${p.title}’. Er is een plaats vrijgekomen, en die is voor u.`,
  },
  waiting: {
    subject: (p: { title: string }) => `U staat op de wachtlijst van ‘${p.title}’`,
    text: (p: { title: string; when: string }) =>
      `Alle plaatsen voor de online dialoog ‘${p.title}’ op ${p.when} zijn bezet. U staat op de wachtlijst. Komt er een plaats vrij, dan krijgt u meteen bericht.`,
  },
  declined: {
    subject: (p: { title: string }) => `Geen plaats bij ‘${p.title}’`,
    text: (p: { title: string; when: string }) =>
      `Dank u voor uw aanmelding voor de online dialoog ‘${p.title}’ op ${p.when}. Er waren meer aanmeldingen dan plaatsen, en we zochten een groep waarin alle vakgebieden zitten. Helaas hebben we voor u geen plaats. Het verslag is straks voor iedereen te lezen.`,
  },
  withdrawn: {
    subject: (p: { title: string }) => `U bent afgemeld voor ‘${p.title}’`,
    text: (p: { title: string; when: string }) =>
      `U bent afgemeld voor de online dialoog ‘${p.title}’ op ${p.when}. In uw agenda kunt u de afspraak weghalen.`,
    substituted: (p: { title: string; when: string }) =>
      `Uw collega heeft uw plaats overgenomen in de online dialoog ‘${p.title}’ op ${p.when}. U bent nu afgemeld.`,
    back: "Wilt u toch meedoen? Meld u dan opnieuw aan.",
    backButton: "Naar de oproep",
  },
  moved: {
    subject: (p: { title: string }) => `Andere datum of tijd: ‘${p.title}’`,
    text: (p: { title: string; when: string }) =>
      `De bijeenkomst van de online dialoog ‘${p.title}’ is verplaatst. Ze is nu op ${p.when}.`,
    keep: "Uw plaats blijft van u. U hoeft niets te doen.",
    keepWaiting: "Uw aanmelding blijft staan. U hoeft niets te doen.",
  },
  cancelled: {
    subject: (p: { title: string }) => `Gaat niet door: ‘${p.title}’`,
    text: (p: { title: string; when: string }) =>
      `De bijeenkomst van de online dialoog ‘${p.title}’ op ${p.when} gaat niet door. U hoeft zich niet af te melden.`,
  },
  reminder: {
    subject: {
      "7d": (p: { title: string; when: string }) => `Over een week: ‘${p.title}’`,
      "1d": (p: { title: string; when: string }) => `Morgen: ‘${p.title}’`,
      "30m": (p: { title: string; when: string }) => `Over een half uur: ‘${p.title}’`,
    },
    text: {
      "7d": (p: { title: string }) => `Over een week is de online dialoog ‘${p.title}’. U hebt een plaats.`,
      "1d": (p: { title: string }) => `Morgen is de online dialoog ‘${p.title}’. U hebt een plaats.`,
      "30m": (p: { title: string }) => `Over een half uur begint de online dialoog ‘${p.title}’. U kunt nu al binnenkomen.`,
    },
    help: (p: { help: string }) => `Lukt het niet met de techniek? ${p.help}`,
  },
  prepare: {
    subject: (p: { title: string }) => `Bereid u voor op ‘${p.title}’: wat hebt u nodig?`,
    text: (p: { title: string; when: string }) =>
      `Op ${p.when} doet u mee met de online dialoog ‘${p.title}’. Schrijf nu alvast op wat u in uw werk nodig hebt. Het kost een paar minuten.`,
    yours: "Wat u opschrijft, ziet alleen u. In de bijeenkomst staat het voor u klaar, en kiest u zelf wat u deelt.",
    button: "Schrijf op wat u nodig hebt",
    also: "U kunt nu alvast opschrijven wat u nodig hebt. Alleen u ziet dat, tot u het in de bijeenkomst deelt.",
  },
  add: {
    subject: {
      first: (p: { title: string }) => `Dank voor uw inbreng bij ‘${p.title}’. U kunt nog aanvullen`,
      again: (p: { title: string }) => `Nog één dag om aan te vullen bij ‘${p.title}’`,
    },
    text: {
      first: (p: { title: string; last: string }) =>
        `De bijeenkomst van de online dialoog ‘${p.title}’ is afgelopen. Bleef er iets liggen, of was u er niet bij? U kunt tot en met ${p.last} nog aanvullen.`,
      again: (p: { title: string; last: string }) =>
        `Tot en met ${p.last} kunt u bij de online dialoog ‘${p.title}’ nog aanvullen. Daarna gaat het team verder met het verslag.`,
    },
    what: "Wat u nog opschrijft, is te lezen voor iedereen van de bijeenkomst en gaat mee in het verslag.",
    button: "Vul nog iets aan",
    enough: "Hebt u niets aan te vullen? Dan hoeft u niets te doen.",
  },
  moderated: {
    hidden: {
      subject: (p: { title: string; n: number }) =>
        p.n === 1 ? `Een bijdrage van u is verborgen bij ‘${p.title}’` : `${p.n} bijdragen van u zijn verborgen bij ‘${p.title}’`,
      text: (p: { title: string; n: number }) =>
        p.n === 1
          ? `De gespreksleider heeft een bijdrage van u verborgen in de online dialoog ‘${p.title}’. Anderen zien haar niet meer. Zij is niet weg: u ziet haar nog bij uw inbreng.`
          : `De gespreksleider heeft bijdragen van u verborgen in de online dialoog ‘${p.title}’. Anderen zien ze niet meer. Ze zijn niet weg: u ziet ze nog bij uw inbreng.`,
    },
    redacted: {
      subject: (p: { title: string; n: number }) =>
        p.n === 1
          ? `In een bijdrage van u zijn woorden weggehaald bij ‘${p.title}’`
          : `In ${p.n} bijdragen van u zijn woorden weggehaald bij ‘${p.title}’`,
      text: (p: { title: string; n: number }) =>
        p.n === 1
          ? `De gespreksleider heeft woorden weggehaald uit een bijdrage van u in de online dialoog ‘${p.title}’. Op die plaats staat nu ‘[weggehaald]’. De rest staat er nog. De oude woorden bewaren we nergens.`
          : `De gespreksleider heeft woorden weggehaald uit bijdragen van u in de online dialoog ‘${p.title}’. Op die plaats staat nu ‘[weggehaald]’. De rest staat er nog. De oude woorden bewaren we nergens.`,
    },
    both: { subject: (p: { title: string; n: number }) => `${p.n} bijdragen van u zijn verborgen of aangepast bij ‘${p.title}’` },
    item: (p: { number: number; reason: string }) => `Bijdrage ${p.number}. Reden: ${p.reason || "geen"}`,
    again:
      "Wilt u het anders opschrijven? Dat kan zolang u kunt schrijven in de bijeenkomst. Bent u het er niet mee eens, neem dan contact op.",
    button: "Bekijk uw inbreng",
  },
  invite: {
    subject: (p: { title: string }) => `Uitnodiging voor de online dialoog ‘${p.title}’`,
    text: (p: { title: string; when: string }) =>
      `We nodigen u uit voor de online dialoog ‘${p.title}’ op ${p.when}. Wat we al van u weten, staat alvast in het formulier. Vul het aan, dan bent u aangemeld.`,
    button: "Vul uw aanmelding aan",
    call: "Lees eerst waar het over gaat",
    why: "Wilt u niet meedoen? Dan hoeft u niets te doen.",
  },
  substitute: {
    subject: (p: { title: string }) => `Wilt u de plaats van een collega overnemen bij ‘${p.title}’?`,
    text: (p: { from: string; title: string; when: string }) =>
      `${p.from} kan niet meedoen met de online dialoog ‘${p.title}’ op ${p.when}, en biedt u die plaats aan. Vul het formulier in, dan is de plaats van u.`,
    button: "Neem de plaats over",
    why: "Kunt u ook niet? Laat het uw collega weten. U hoeft verder niets te doen.",
  },
  link: {
    subject: (p: { title: string }) => `Uw persoonlijke link voor ‘${p.title}’`,
    text: (p: { title: string }) => `Dit is uw persoonlijke link voor de online dialoog ‘${p.title}’.`,
    notYou: "Hebt u hier niet om gevraagd? Dan hoeft u niets te doen.",
  },
  device: {
    subject: (p: { title: string }) => `Nieuw apparaat voor ‘${p.title}’: bent u dit?`,
    text: (p: { device: string; title: string }) =>
      `Uw persoonlijke link voor ‘${p.title}’ is geopend op een nieuw apparaat: ${p.device}. Bent u dit? Bevestig het dan.`,
    button: "Ja, dit ben ik",
    notYou:
      "Bent u dit niet? Bevestig dan niet: het andere apparaat komt niet binnen. Vraag bij de oproep een nieuwe link aan, en meld op uw eigen pagina alle apparaten af.",
  },
};

/** Words that say nothing about a subject, as `fold` gives them: of Dutch, of any dialogue, and a few of English. */
export const stopWords: ReadonlySet<string> = new Set(
  `de het een en van in te is dat die op voor met zijn er aan ook niet als om maar bij of uit door naar dan over nog wel
  ze je we ik hij zij u jij wij jullie men mij me mijn jouw je uw hun hen haar ons onze zich zichzelf elkaar dit deze daar hier waar
  wat wie welke hoe waarom wanneer toen nu al alle alles allemaal iets niets iemand niemand ieder iedere iedereen elk elke enkele veel
  vele weinig meer meest minder minst heel erg zeer zo zoals zodat omdat want dus toch echt gewoon even eens weer steeds altijd nooit
  soms vaak vaker snel sneller pas juist alleen samen tot tegen tussen onder boven binnen buiten achter naast na sinds tijdens volgens
  zonder via per af toe mee heen rond langs om geen wordt worden werd werden geworden ben bent was waren wees geweest heb hebt heeft
  hebben had hadden gehad kan kun kunt kunnen kon konden mag mogen mocht moet moeten moest wil willen wilt wilde zal zullen zou zouden
  ga gaat gaan ging gingen gegaan doe doet doen deed gedaan maak maakt maken gemaakt kom komt komen kwam komend krijg krijgt krijgen
  kreeg laat laten liet geef geeft geven gaf gegeven zeg zegt zeggen zei vind vindt vinden zie ziet zien blijf blijft blijven staat
  staan stond ligt liggen zit zitten zat houdt houden neem neemt nemen nam weet weten wist denk denkt denken lijkt hoeft hoeven
  anders andere ander zelf zelfs zelfde dezelfde hetzelfde eigen goed goede beter betere best beste groot grote groter klein kleine
  nieuw nieuwe lang langer kort een twee drie eerste tweede laatste volgende vorige paar aantal beetje keer jaar jaren dag dagen week
  weken maand uur tijd vandaag morgen gisteren ding dingen manier soort deel plek plekken mogelijk mogelijkheid nodig graag bijvoorbeeld
  bv bijv oa ed etc enz mbt ipv dmv tav ivm vd zn ja nee misschien waarschijnlijk helaas eigenlijk natuurlijk vooral verder daarna daarom
  daarbij daarmee daarvoor daarvan daarin daardoor hiervoor hiermee hierbij waarbij waarin waardoor waarmee waarop eraan erbij erin ermee
  ernaar erop erover eruit ervan ervoor ertoe dichtbij genoeg beide beiden allebei tenminste ongeveer bijna echter terwijl
  zoiets zo'n m'n z'n d'r ie t n s mensen mens persoon personen idee ideeen behoefte behoeften plan plannen
  the a an and of to in is for with on that this it are be we our not`.split(/\s+/),
);

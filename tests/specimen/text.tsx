import { Button } from "../../app/ui/button.tsx";
import { Rail } from "../../app/ui/chart/rail.tsx";
import { Icon } from "../../app/ui/icons.tsx";
import { Heading, Paragraph, TextLink } from "../../app/ui/layout/text.tsx";
import { NumberBadge, Tag } from "../../app/ui/tag.tsx";

const icons = [
  "hand",
  "microphone",
  "microphone-off",
  "camera",
  "camera-off",
  "keyboard",
  "arrow",
  "back",
  "up",
  "down",
  "check",
  "close",
] as const;
const more = [
  "plus",
  "minus",
  "clock",
  "pencil",
  "search",
  "people",
  "pause",
  "lock",
  "error",
  "warning",
  "info",
  "success",
] as const;

export function TextSpecimens() {
  return (
    <>
      <Rail id="text" heading="Tekst" beside={<p className="small quiet">Kop, alinea, link</p>}>
        <Heading level={3} looksLike={1}>
          De tuin gaat weer open
        </Heading>
        <Paragraph lead>Op zaterdag spitten we samen de eerste bedden om.</Paragraph>
        <Paragraph>
          Neem handschoenen mee als u die hebt. Er is koffie, en er is <TextLink href="#top">gereedschap te leen</TextLink> voor
          wie niets heeft.
        </Paragraph>
        <Heading level={3} looksLike={2}>
          Wat er al groeit <NumberBadge value={12} label="12 soorten" /> <NumberBadge value={3} soft />
        </Heading>
        <Heading level={3}>Rabarber en munt</Heading>
        <p className="small quiet">De munt staat in een pot, anders neemt die het bed over.</p>
        <p>
          <Tag>Gezaaid</Tag> <Tag tone="now">Nu rijp</Tag> <Tag tone="good">Geoogst</Tag> <Tag tone="bad">Bevroren</Tag>{" "}
          <Tag tone="warn">Te droog</Tag> <Tag tone="plain">Volgend jaar</Tag>{" "}
          <Tag tone="now" icon="keyboard">
            typt
          </Tag>
        </p>
      </Rail>
      <Rail id="buttons" heading="Knoppen">
        <p className="row-actions">
          <Button>Doe mee</Button>
          <Button variant="secondary">Bekijk het plan</Button>
          <Button variant="quiet">Later</Button>
        </p>
        <p className="row-actions">
          <Button icon="check">Bewaar</Button>
          <Button variant="secondary" icon="hand">
            Hulp vragen
          </Button>
          <Button variant="secondary" danger>
            Verwijder
          </Button>
          <Button variant="quiet" danger>
            Verwijder
          </Button>
          <Button disabled>Doe mee</Button>
          <Button variant="secondary" disabled>
            Bekijk
          </Button>
        </p>
        <p className="row-actions">
          <Button size="small">Bewaar</Button>
          <Button size="small" variant="secondary">
            2 min langer
          </Button>
          <Button size="small" variant="secondary" icon="pencil">
            Pas aan
          </Button>
          <Button size="small" variant="quiet">
            Haal weg
          </Button>
          <Button size="small" variant="secondary" icon="up" iconOnly>
            Zet hoger
          </Button>
          <Button size="small" variant="secondary" icon="down" iconOnly disabled>
            Zet lager
          </Button>
        </p>
        <p className="row-actions">
          {[...icons, ...more].map((name) => (
            <Icon key={name} name={name} label={name} />
          ))}
        </p>
      </Rail>
    </>
  );
}

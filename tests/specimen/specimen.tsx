import { LinkButton } from "../../app/ui/button.tsx";
import { PublicPage } from "../../app/ui/layout/shell.tsx";
import { BlockSpecimens } from "./blocks.tsx";
import { DataSpecimens } from "./data.tsx";
import { FormSpecimens } from "./forms.tsx";
import { MotifSpecimens } from "./motifs.tsx";
import { RoomSpecimen } from "./room.tsx";
import { TeamSpecimen } from "./team.tsx";
import { TextSpecimens } from "./text.tsx";

export const specimens = ["parts", "team", "room"] as const;
export type SpecimenName = (typeof specimens)[number];

/** Every part in each of its states, in development only. The words are of a garden, not of any dialogue. */
export function Specimen({ name = "parts" }: { name?: SpecimenName }) {
  if (name === "team") return <TeamSpecimen />;
  if (name === "room") return <RoomSpecimen />;
  return (
    <PublicPage
      skipText="Naar de inhoud"
      siteName="De buurtmoestuin"
      home={{ href: "/" }}
      navLabel="Voorbeelden"
      nav={
        <ul>
          <li>
            <a href="/?page=team">Team</a>
          </li>
          <li>
            <a href="/?page=room">Kamer</a>
          </li>
        </ul>
      }
      languageSwitch={
        <a href="/?lang=en" lang="en" hrefLang="en">
          English
        </a>
      }
      footer={
        <>
          <p>De onderdelen van het scherm, elk in zijn standen</p>
          <a href="/#top">Privacy</a>
          <a href="/#forms">Toegankelijkheid</a>
        </>
      }
    >
      <div className="page-head">
        <p className="eyebrow">Voor wie eraan bouwt</p>
        <h1 id="top">De onderdelen van het scherm</h1>
        <p className="lead">
          Zo zien knoppen, velden, tabellen en tekeningen eruit. Elk onderdeel staat hier in al zijn standen.
        </p>
        <div className="actions">
          <LinkButton href="#forms">Bekijk de velden</LinkButton>
          <LinkButton href="#motifs" variant="quiet">
            Naar tafel en draad
          </LinkButton>
        </div>
      </div>
      <TextSpecimens />
      <FormSpecimens />
      <BlockSpecimens />
      <MotifSpecimens />
      <DataSpecimens />
    </PublicPage>
  );
}

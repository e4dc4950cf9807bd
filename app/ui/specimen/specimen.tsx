import { LinkButton } from "../button.tsx";
import { PublicPage } from "../layout/shell.tsx";
import { BlockSpecimens } from "./specimen-blocks.tsx";
import { DataSpecimens } from "./specimen-data.tsx";
import { FormSpecimens } from "./specimen-forms.tsx";
import { MotifSpecimens } from "./specimen-motifs.tsx";
import { RoomSpecimen } from "./specimen-room.tsx";
import { TeamSpecimen } from "./specimen-team.tsx";
import { TextSpecimens } from "./specimen-text.tsx";

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
      home={{ href: "/_ui" }}
      navLabel="Voorbeelden"
      nav={
        <ul>
          <li>
            <a href="/_ui?page=team">Team</a>
          </li>
          <li>
            <a href="/_ui?page=room">Kamer</a>
          </li>
        </ul>
      }
      languageSwitch={
        <a href="/_ui?lang=en" lang="en" hrefLang="en">
          English
        </a>
      }
      footer={
        <>
          <p>De onderdelen van het scherm, elk in zijn standen</p>
          <a href="/_ui#top">Privacy</a>
          <a href="/_ui#forms">Toegankelijkheid</a>
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

import { hydrateRoot } from "react-dom/client";
import { MemoryRouter } from "react-router";
import { Marks } from "../../app/ui/chart/marks.tsx";
import { Specimen, type SpecimenName } from "./specimen.tsx";
import "../../app/ui/css/base.css";

export const SpecimenPage = ({ name }: { name: SpecimenName }) => (
  <MemoryRouter>
    <Marks />
    <Specimen name={name} />
  </MemoryRouter>
);

const root = typeof document === "undefined" ? null : document.getElementById("root");
if (root) hydrateRoot(root, <SpecimenPage name={root.dataset.name as SpecimenName} />);

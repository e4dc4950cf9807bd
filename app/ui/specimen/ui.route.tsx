import { useSearchParams } from "react-router";
import { Specimen, type SpecimenName, specimens } from "./specimen.tsx";

export const meta = () => [{ title: "Onderdelen van het scherm" }, { name: "robots", content: "noindex" }];

export default function SpecimenPage() {
  const [search] = useSearchParams();
  const asked = search.get("page");
  return <Specimen name={specimens.find((name): name is SpecimenName => name === asked) ?? "parts"} />;
}

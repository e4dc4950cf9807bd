import { useWords } from "../../language/words.ts";
import { type FindingFacts, sayFinding } from "./finding.ts";
import { findingWords } from "./messages/finding.ts";

export const useFinding = (facts: FindingFacts): { title: string; text: string } => sayFinding(useWords(findingWords), facts);

import focus from "./data/focusgebieden_2022.csv?raw";
import municipalities from "./data/gemeenten_2025.csv?raw";
import provinces from "./data/provincies_2025.csv?raw";
import districts from "./data/wijken_2025_deel.csv?raw";

/** The areas that come with Klankbord. */
export const shippedAreas: readonly string[] = [provinces, municipalities, districts, focus];
export const shippedSource = "CBS, gebiedsindelingen 2025 (CC BY 4.0); focusgebieden NPLV 2022 (CC0)";
/** Rises when the files change: then an installation that still has the older ones gets the new. */
export const shippedVersion = 1;

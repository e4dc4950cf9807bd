import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { siteWords } from "./messages/site.ts";

export function LogoForm({ logo, error }: { logo: string | null; error: string | undefined }) {
  const m = useWords(siteWords);
  return (
    <>
      <p>{m.logoText}</p>
      {logo && (
        <p>
          <img src={logo} alt={m.logoNow} className="site-logo" />
        </p>
      )}
      <form method="post" action="/beheer/instellingen/logo" encType="multipart/form-data" noValidate>
        <TextField name="file" type="file" accept="image/png,image/svg+xml" label={m.logoField} error={error} required />
        <Button variant="secondary" name="doen" value="keep">
          {m.logoSave}
        </Button>
      </form>
      {logo && (
        <form method="post" action="/beheer/instellingen/logo">
          <Button variant="quiet" name="doen" value="remove">
            {m.logoRemove}
          </Button>
        </form>
      )}
    </>
  );
}

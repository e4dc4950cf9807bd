import { data } from "react-router";
import { servicesContext } from "../../../dialogue/access/context.server.ts";
import { useWords } from "../../../language/words.ts";
import { Button } from "../../../ui/button.tsx";
import { ShortPage } from "../form/short-page.tsx";
import { registrationWords } from "../messages/registration.ts";
import type { Route } from "./+types/device.route.ts";
import { confirmDevice, findDeviceToConfirm } from "./join.server.ts";

export const handle = { script: false };

export async function loader({ context, params }: Route.LoaderArgs) {
  const found = await findDeviceToConfirm(context.get(servicesContext).db, params.token);
  return data({ device: found && { name: found.name, title: found.dialogue.title } }, { status: found ? 200 : 410 });
}

export async function action({ context, params }: Route.ActionArgs) {
  const done = await confirmDevice(context.get(servicesContext).db, params.token);
  return data({ done }, { status: done ? 200 : 410 });
}

export default function ConfirmDevice({ loaderData: { device }, actionData }: Route.ComponentProps) {
  const m = useWords(registrationWords).device;
  if (actionData?.done) return <ShortPage title={m.doneTitle} lead={m.done} />;
  if (!device || actionData) return <ShortPage title={m.goneTitle} lead={m.gone} />;
  return (
    <ShortPage title={m.title} lead={m.text({ device: device.name, title: device.title })}>
      <form method="post">
        <p className="actions">
          <Button>{m.button}</Button>
        </p>
      </form>
      <p className="quiet">{m.no}</p>
    </ShortPage>
  );
}

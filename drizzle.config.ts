import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: ["./app/db/schema.ts", "./app/db/network.ts", "./app/db/afterwards.ts", "./app/db/machine.ts"],
  out: "./app/db/migrations",
});

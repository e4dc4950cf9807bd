import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: [
    "./app/platform/database/schema.ts",
    "./app/platform/database/network.ts",
    "./app/platform/database/afterwards.ts",
    "./app/platform/database/machine.ts",
  ],
  out: "./app/platform/database/migrations",
});

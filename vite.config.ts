import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  build: { assetsInlineLimit: 0 },
  plugins: [reactRouter()],
  environments: {
    ssr: {
      resolve: { noExternal: ["drizzle-orm", "zod", "hono", "@hono/node-server"] },
      build: { target: "node24", rollupOptions: { input: { index: "app/server.ts" } } },
    },
  },
});

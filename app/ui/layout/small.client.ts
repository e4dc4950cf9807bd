import { enhance } from "../form/enhance.ts";

// Import with `?worker&url` and name it in a route's `handle.small`: counters, suggestions and focus for a page without React.
enhance(document);

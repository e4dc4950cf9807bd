import { enhance } from "../../../ui/form/enhance.ts";

enhance(document);

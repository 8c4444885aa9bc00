import { ownDataSources } from "../../../../policy/rules/isolation/own-data-sources";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { interpolated } from "../../facts-builders";
import { stackOn } from "../../stack";
import { addresses } from "./own-data-sources/addresses";
import { files } from "./own-data-sources/files";
import { otherStacks } from "./own-data-sources/other-stacks";
import { projects } from "./own-data-sources/projects";
import { made, server } from "./own-data-sources/stack";
import { stores } from "./own-data-sources/stores";
import { volumes } from "./own-data-sources/volumes";

const kinds = [addresses, otherStacks, projects, stores, volumes, files];

export default casesOf(
    ownDataSources,
    stackOn({
        environment: preProduction(),
        more: (staging) => [server(staging)],
    }),
    made((source) => interpolated`postgresql://voice@${[source, "privateIpAddress"]}:5432/voice?sslmode=require`),
    Object.fromEntries(kinds.flatMap(({ passes }) => Object.entries(passes))),
    Object.fromEntries(kinds.flatMap(({ fails }) => Object.entries(fails))),
);

import type { Value } from "../../../../policy/facts";
import { containersLimited } from "../../../../policy/rules/hygiene/containers-limited";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const limits = { memory: 512, logDriver: "json-file", logOpts: { "max-size": "10m", "max-file": "5" } };
const asked = (inputs: Readonly<Record<string, Value>>): Stack => ({ workload: { inputs: { ...limits, ...inputs } } });

export default casesOf(
    containersLimited,
    stackOn({ environment: preProduction() }),
    asked({}),
    {
        "logs that the engine turns over by itself": asked({ logDriver: "local", logOpts: null }),
        "limits that are not known yet": asked({ memory: unknown, logOpts: unknown }),
        "files that never run": { workload: { inputs: { start: false } } },
    },
    {
        neither: [{ workload: {} }, /Nothing limits its memory and its logs/],
        "no memory": [asked({ memory: null }), /Nothing limits its memory\./],
        "no memory in a figure": [asked({ memory: 0 }), /its memory/],
        "the engine's own log, without an end": [asked({ logOpts: null }), /Nothing limits its logs/],
    },
);

import { keyText } from "../config-path";
import { nearest } from "../nearest";
import { kindOf, quoted } from "../wording";
import { type ConfigBlock, configBlock, type Entry } from "./config-block";
import { configKey } from "./config-key";
import type { PlainDocument } from "./plain";
import type { Problem } from "./stack-fault";

/** https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/ */
const known = ["config", "environment", "secretsprovider", "encryptedkey", "encryptionsalt"];

/** The `config:` of a stack file. */
export function stackConfig(file: string, document: PlainDocument): ConfigBlock {
    const { value: root, lineAt } = document;
    const problems: Problem[] = [...document.problems, ...strayKeys(document)];
    const entries: Entry[] = [];
    const config = Object.hasOwn(root, "config") ? root.config : null;
    if (config === null || typeof config !== "object" || Array.isArray(config)) {
        const what = config === null ? "there is no configuration" : `${kindOf(config)} stands here, no map of keys`;
        problems.push({
            line: lineAt(["config"]) ?? 1,
            key: "config",
            message: what,
            repair: "write the configuration keys below `config:`, indented",
        });
    } else {
        for (const [written, value] of Object.entries(config)) {
            const place = ["config", written];
            const named = configKey(written);
            if (named.key === undefined) problems.push({ line: lineAt(place) ?? 1, ...named, key: written });
            else entries.push({ key: named.key, place, value });
        }
    }
    return configBlock(file, entries, document, problems);
}

function strayKeys({ value: root, lineAt }: PlainDocument): Problem[] {
    return Object.keys(root)
        .filter((key) => !known.includes(key))
        .map((key) => {
            const meant = nearest(key, known);
            const repair = meant === undefined ? `remove it, or write one of ${known.join(", ")}` : `write ${meant}`;
            return {
                line: lineAt([key]) ?? 1,
                key: keyText([key]),
                message: `the key ${quoted(key)} is not known at the top of a stack file`,
                repair: key.includes(":") ? "indent it below `config:`" : repair,
            };
        });
}

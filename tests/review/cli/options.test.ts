import assert from "node:assert/strict";
import { parseOptions, UsageError, wantsJson } from "../../../review/options";

const parsed = (line: string) => parseOptions(line.split(" ").filter((word) => word !== ""));
const refusal = (line: string) => {
    try {
        parsed(line);
    } catch (error) {
        assert.ok(error instanceof UsageError);
        return `${error.message} | ${error.repair}`;
    }
    return assert.fail(`${line} was accepted`);
};

describe("The command line", () => {
    it("is all stacks of the project here, as text, by default", () => {
        assert.deepEqual(parsed("preview"), {
            command: "preview",
            stacks: [],
            project: ".",
            format: "text",
            out: undefined,
            verbose: false,
            debug: false,
            colour: undefined,
        });
    });

    it("takes stacks in every spelling, each once", () => {
        assert.deepEqual(parsed("preview --stack a --stack=b -s c -sd --stack a").stacks, ["a", "b", "c", "d"]);
    });

    it("takes the options of a command on either side of it", () => {
        const { command, project, format, out, verbose, debug } = parsed(
            "--debug preview --project=../voice --format json --out x.json -v",
        );
        assert.deepEqual(
            [command, project, format, out, verbose, debug],
            ["preview", "../voice", "json", "x.json", true, true],
        );
    });

    it("gives the last word on colours to the last word", () => {
        assert.equal(parsed("preview --color").colour, true);
        assert.equal(parsed("preview --color --no-color").colour, false);
        assert.equal(parsed("preview --no-color --color").colour, true);
    });

    it("knows the formats of each command", () => {
        assert.equal(parsed("rules --format markdown").format, "markdown");
        assert.equal(parsed("schema").format, "json");
    });

    it("asks for help in every way", () => {
        assert.equal(parsed("--help").command, "help");
        assert.equal(parsed("help").about, undefined);
        for (const line of ["preview --help", "preview -h", "help preview", "--help preview"])
            assert.deepEqual([parsed(line).command, parsed(line).about], ["help", "preview"], line);
        assert.equal(parsed("--version").command, "version");
    });

    const refused: Record<string, string> = {
        "": "a command is missing | Write `ringfence preview`. Run `ringfence --help` to see what there is.",
        preveiw: "unknown command preveiw; did you mean preview? | Run `ringfence --help` to see what there is.",
        isolation: "unknown command isolation | Run `ringfence --help` to see what there is.",
        "diff a b": "unknown command diff | Run `ringfence --help` to see what there is.",
        "preview --fromat json":
            "unknown option --fromat; did you mean --format? | Run `ringfence preview --help` to see what there is.",
        "preview --against main": "unknown option --against | Run `ringfence preview --help` to see what there is.",
        "preview -x": "unknown option -x | Run `ringfence preview --help` to see what there is.",
        "preview --format sarif":
            "preview writes text or json, not sarif | Run `ringfence preview --help` to see what there is.",
        "preview --format jsn":
            "preview writes text or json, not jsn; did you mean json? | Run `ringfence preview --help` to see what there is.",
        "preview staging":
            'preview takes options only, and "staging" is none | For one stack write `ringfence preview --stack staging`.',
        "secrets staging":
            'secrets takes options only, and "staging" is none | For one stack write `ringfence secrets --stack staging`.',
        "secrets --verbose": "secrets has no option --verbose | Run `ringfence secrets --help` to see what there is.",
        "secrets --format markdown":
            "secrets writes text or json, not markdown | Run `ringfence secrets --help` to see what there is.",
        secret: "unknown command secret; did you mean secrets? | Run `ringfence --help` to see what there is.",
        "preview --stack": "--stack needs a value | Run `ringfence preview --help` to see what there is.",
        "preview --stack=": "--stack needs a value | Run `ringfence preview --help` to see what there is.",
        "preview --out --verbose":
            '--out needs a value, and "--verbose" is another option | Run `ringfence preview --help` to see what there is.',
        "preview --verbose=yes": '--verbose takes no value, and got "yes" | Write --verbose alone.',
        "rules --stack a": "rules has no option --stack | Run `ringfence rules --help` to see what there is.",
        "schema --format text": "schema writes json, not text | Run `ringfence schema --help` to see what there is.",
        "help preveiw": "unknown command preveiw; did you mean preview? | Run `ringfence --help` to see what there is.",
    };
    for (const [line, message] of Object.entries(refused))
        it(`refuses \`ringfence ${line}\``, () => assert.equal(refusal(line), message));

    it("is asked for JSON however wrong the rest of it is", () => {
        assert.ok(wantsJson(["preveiw", "--format", "json", "--bogus"]));
        assert.ok(wantsJson(["--format=json"]));
        assert.ok(!wantsJson(["preview", "--format", "text"]));
    });
});

import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** How many requirements each of the plans has. */
const lengths = { MVA: 11, ORA: 14, ORB: 22, ACG: 14, VFD: 11, VOX: 4 } as const;
const ids = Object.entries(lengths).flatMap(([plan, length]) =>
    Array.from({ length }, (_, index) => `${plan}-${index + 1}`),
);

interface Row {
    readonly id: string;
    readonly state: string;
    readonly where: readonly string[];
    readonly provenBy: readonly string[];
}

const paths = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path);

const rows: readonly Row[] = read("docs/requirements.md")
    .split("\n")
    .filter((line) => /^\| [A-Z]{3}-\d+ \|/.test(line))
    .map((line) => {
        const [, id = "", , state = "", where = "", provenBy = ""] = line.split("|").map((cell) => cell.trim());
        return { id, state, where: paths(where), provenBy: paths(provenBy) };
    });

const idsIn = (title: string): readonly string[] => title.match(/\b[A-Z]{3}-\d+\b/g) ?? [];

/** The requirements that the title of each test or group names, with its file. */
const titles = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts"))
    .flatMap((path) => {
        const file = `tests/${path.replaceAll("\\", "/")}`;
        const found = read(file).matchAll(/\b(?:it|describe)\(\s*(["'`])((?:\\.|(?!\1).)*)\1/gs);
        return [...found].map(([, , title = ""]) => ({ file, ids: idsIn(title) }));
    });
const isClaimed = ({ state }: Row): boolean => /^(done|partly)\b/.test(state);

describe("docs/requirements.md", () => {
    it("lists every requirement once, in order", () => {
        assert.deepEqual(
            rows.map(({ id }) => id),
            ids,
        );
    });

    it("says of each whether it is done, partly done or not yet", () => {
        for (const { id, state } of rows) assert.match(state, /^(done|partly|not yet)\b/, id);
    });

    it("says where, and by which tests, of each that is claimed", () => {
        for (const row of rows.filter(isClaimed)) {
            assert.ok(row.where.length > 0, `${row.id}: where?`);
            assert.ok(row.provenBy.length > 0, `${row.id}: proven by what?`);
        }
    });

    it("names files that exist", () => {
        for (const { id, where, provenBy } of rows)
            for (const path of [...where, ...provenBy]) assert.ok(existsSync(join(root, path)), `${id}: ${path}`);
    });

    for (const { id, provenBy } of rows.filter(isClaimed)) {
        it(`has a test for ${id} in each file that it names`, () => {
            for (const path of provenBy)
                assert.ok(
                    titles.some(({ file, ids: of }) => file === path && of.includes(id)),
                    `no title in ${path} carries ${id}`,
                );
        });
    }

    it("lists what the titles of the tests name", () => {
        assert.ok(titles.length > 100, `only ${titles.length} titles were found`);
        const known = new Set(ids);
        for (const { file, ids: of } of titles)
            for (const id of of) assert.ok(known.has(id) || !isRequirement(id), `${id} in ${file} stands nowhere`);
    });
});

const isRequirement = (id: string): boolean => (id.split("-")[0] as string) in lengths;

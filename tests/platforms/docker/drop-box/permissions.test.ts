import * as assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seconds } from "../../../../environment/units";
import { expired, keeperUser, prepared, readersGroup } from "../../../../platforms/docker/drop-box/permissions";
import { describeWith } from "../front/tools";

describe("the folder that an anonymised dump is handed over in", () => {
    it("ORA-7 is writable by production, readable by pre-production, and either way round by nobody", () => {
        assert.equal(prepared(), "chown 64999:64998 '/dump' && chmod 1753 '/dump'");
        assert.deepEqual([keeperUser, readersGroup], ["64999:64998", "64998"]);
    });

    const notRoot = process.getuid?.() === 0 ? [] : ["root, who may try it as other users"];
    describeWith(notRoot, "tried by its users", () => {
        let parent: string;
        let folder: string;
        /** Whether the user of that number may do it; no capabilities, like a container of ours. */
        const may = (uid: number, gid: number, command: string): boolean =>
            spawnSync("sh", ["-c", command], { uid, gid, cwd: "/", stdio: "ignore" }).status === 0;
        const production = (command: string) => may(10001, 10001, command);
        const preProduction = (command: string) => may(10002, Number(readersGroup), command);

        before(() => {
            parent = mkdtempSync(join(tmpdir(), "seed-"));
            chmodSync(parent, 0o755);
            folder = join(parent, "dump");
            mkdirSync(folder);
            execFileSync("sh", ["-c", prepared(folder)]);
        });
        after(() => rmSync(parent, { recursive: true }));

        it("ORA-7 production adds a dump under its final name and cannot look round", () => {
            assert.ok(production(`umask 022; echo data >${folder}/.part && mv ${folder}/.part ${folder}/1.dump`));
            assert.equal(statSync(join(folder, "1.dump")).uid, 10001);
            assert.equal(production(`ls ${folder}`), false);
        });

        it("ORA-7 pre-production lists and reads, and changes nothing", () => {
            assert.ok(preProduction(`ls ${folder}/ && cat ${folder}/1.dump`));
            assert.equal(preProduction(`echo x >${folder}/2.dump`), false);
            assert.equal(preProduction(`echo x >>${folder}/1.dump`), false);
            assert.equal(preProduction(`rm -f ${folder}/1.dump`), false);
        });

        it("production cannot touch what is not its own there", () => {
            writeFileSync(join(folder, "other"), "", { mode: 0o600 });
            assert.equal(production(`cat ${folder}/other`), false);
            assert.equal(production(`rm -f ${folder}/other`), false);
            assert.equal(production(`mv ${folder}/1.dump ${folder}/other`), false);
        });

        it("the keeper lets old dumps go", () => {
            utimesSync(join(folder, "other"), 0, 0);
            const [uid = 0, gid = 0] = keeperUser.split(":").map(Number);
            assert.ok(may(uid, gid, expired(seconds("14d"), folder)));
            assert.deepEqual(readdirSync(folder), ["1.dump"]);
        });
    });
});

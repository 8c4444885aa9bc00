import assert from "node:assert/strict";
import { isDeclaredInRegistry, isGrantToDeclared } from "../../../policy/declared/registry";
import type { ResourceFacts } from "../../../policy/facts";
import { resource, scope, serviceAccount, unknownFrom } from "../facts-builders";
import { betasAgent, betasDeployer, managing, ownAgent, reader, writer } from "../registry-facts";

const main = managing();
const place = { project: "acme-registry", location: "europe-west2" };
const repository = resource(main, "gcp:artifactregistry/repository:Repository", "images", {
    ...place,
    repositoryId: "voice",
});
const [agent = repository] = ownAgent(main);
const agents = betasAgent.replace("415104041262", "100000000001");

/** A permission as the engine hands it over at its registration, where what is known does not tell what it is made from. */
const registered = (member: ResourceFacts["inputs"][string], made: readonly ResourceFacts[], role = reader) => {
    const grant = resource(
        main,
        "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember",
        "let-in",
        { ...place, repository: "voice", role, member },
        { dependencies: made.map(({ urn }) => urn), propertyDependencies: {} },
    );
    return isDeclaredInRegistry({ ...scope(main, [...made, grant]), complete: false }, grant);
};

describe("the declared registry, at the registration of a permission", () => {
    it("knows the own Cloud Run agent by what the permission depends on", () => {
        assert.ok(registered(agents, [repository, agent]));
        assert.ok(registered(unknownFrom(repository, agent), [repository, agent]));
    });
    it("does not take another's agent for it", () => {
        assert.ok(!registered(agents, [repository]));
        assert.ok(!registered(agents, []));
    });
    it("does not let an own account stand for another's, whose name is known", () => {
        const own = serviceAccount(main, "main-deployer");
        assert.ok(!registered("serviceAccount:agent@acme-voice-staging.iam.gserviceaccount.com", [repository, own]));
    });
    it("lets the own publisher write where this stack builds, and nobody else of it", () => {
        const building = managing();
        const environment = { ...building, delivery: { repository: "acme/voice", builds: true } };
        const writing = (name: string) => {
            const account = serviceAccount(environment, name);
            const grant = resource(
                environment,
                "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember",
                "let-in",
                { ...place, repository: "voice", role: writer, member: unknownFrom(account) },
            );
            return isDeclaredInRegistry(scope(environment, [account, grant]), grant);
        };
        assert.ok(writing("main-publisher"));
        assert.ok(!writing("main-deployer"));
    });
});

describe("a name of another environment's that is declared", () => {
    const grant = (inputs: ResourceFacts["inputs"]) =>
        resource(main, "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember", "let-in", {
            ...place,
            repository: "voice",
            role: reader,
            member: betasDeployer,
            ...inputs,
        });
    it("is declared for that role on that repository, and for nothing else", () => {
        assert.ok(isGrantToDeclared(main, grant({})));
        assert.ok(!isGrantToDeclared(main, grant({ role: writer })));
        assert.ok(!isGrantToDeclared(main, grant({ repository: "other" })));
        assert.ok(!isGrantToDeclared(main, grant({ condition: { title: "acme-voice-beta", expression: "true" } })));
        assert.ok(!isGrantToDeclared(managing({ managed: false }), grant({})));
    });
});

import type { Environment } from "../../environment";
import type { Value } from "../facts";
import { pieces } from "./pieces";

/** A Google Cloud project that a text names, by identifier or by number. */
export interface ProjectName {
    readonly project: string;
    /** Numbers cannot be compared with the identifier that the environment is written in. */
    readonly numeric: boolean;
}

const id = "[a-z][a-z0-9-]{4,28}[a-z0-9]";

/** The ways in which Google Cloud writes a project into other names. */
const patterns: readonly RegExp[] = [
    new RegExp(`(?<![\\w-])projects/(?:[a-z0-9.]+:)?(${id}|\\d{6,})(?![\\w-])`, "g"),
    new RegExp(`@(${id})\\.iam(?:\\.gserviceaccount\\.com)?(?![\\w.-])`, "g"),
    new RegExp(`(?<![\\w.:/-])(${id}):[a-z]+-[a-z]+\\d{1,2}:[a-z][a-z0-9-]*`, "g"),
    new RegExp(`(?<![\\w/])/cloudsql/(${id}):`, "g"),
    new RegExp(`(?<![\\w-])(${id})@appspot\\.gserviceaccount\\.com`, "g"),
    new RegExp(`(?<![\\w-])(${id})\\.(?:[a-z]+\\.r\\.)?appspot\\.com`, "g"),
    new RegExp(`(?<![\\w-])(${id})\\.svc\\.id\\.goog`, "g"),
    /(?<![\w-])([a-z][a-z0-9-]+?)(?:-default-rtdb)?\.firebaseio\.com/g,
    new RegExp(`(?<![\\w-])project(?:Owner|Editor|Viewer):(${id})`, "g"),
    // A table as SQL quotes it: `project.dataset.table`.
    new RegExp(`\`(${id})[.:\`][\\w$.\`-]+\`?`, "g"),
];

/**
 * Projects that belong to Google: its service agents, and public images and data.
 * https://cloud.google.com/iam/docs/service-agents
 */
const googles =
    /^(gcp-sa-.+|serverless-robot-prod|gcf-admin-robot|compute-system|container-engine-robot|container-analysis|containerregistry|gs-project-accounts|cloud-filer|cloud-redis|cloud-memcache-sa|cloud-tpu|cloudcomposer-accounts|dataflow-service-producer-prod|dataproc-accounts|endpoints-portal|firebase-rules|bigquery-encryption|bigquery-data-connectors|service-consumer-management|service-networking|sourcerepo-service-accounts|storage-transfer-service|gae-api-prod|cloud-ml\.google\.com|cos-cloud|debian-cloud|ubuntu-os-cloud|centos-cloud|rhel-cloud|rocky-linux-cloud|windows-cloud|bigquery-public-data|gcp-public-data-.+)$/;

export const isGoogles = (project: string): boolean => googles.test(project);

/** Keys whose value is a project, by Google Cloud's own words: `project`, `sourceProject`, `consumerProjectId`. */
const projectKey = /^(?:[a-z]\w*P|p)roject(?:Id)?$/;
export const isProjectKey = (key: string): boolean => projectKey.test(key);
const bareProject = new RegExp(`^(?:[a-z0-9.]+:)?${id}$`);

/** Every project that a value names in its known text, Google's own left out. `key` is what the value is written under. */
export function projectsNamed(value: Value | undefined, key = ""): readonly ProjectName[] {
    const written = pieces(value).text;
    if (projectKey.test(key)) {
        if (bareProject.test(written)) return isGoogles(written) ? [] : [{ project: written, numeric: false }];
        if (/^\d{6,}$/.test(written)) return [{ project: written, numeric: true }];
    }
    if (written === "" || !mayName.test(written)) return [];
    return patterns.flatMap((pattern) =>
        [...written.matchAll(pattern)].flatMap(([, project = ""]) =>
            isGoogles(project) ? [] : [{ project, numeric: /^\d+$/.test(project) }],
        ),
    );
}

/** Cheap to ask, so that most texts never meet the patterns. */
const mayName = /projects\/|\.iam|:[a-z]+-[a-z]+\d|appspot|\.svc\.id\.goog|firebaseio|project(Owner|Editor|Viewer):|`/;

/** The environment's own project. One that is on no Google Cloud gets a name that no project can have. */
export const projectOf = ({ gcp }: Pick<Environment, "gcp">): string => gcp?.project ?? "(none)";

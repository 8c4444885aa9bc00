import type { Request } from "../options";
import { jsonCatalogue, markdownCatalogue, textCatalogue } from "../report/catalogue";
import { deliver, pageOf } from "./deliver";
import type { Surroundings } from "./surroundings";

/** `ringfence rules`: the catalogue. */
export async function rules(request: Request, around: Surroundings): Promise<number> {
    await deliver(catalogue(request, around), request, around);
    return 0;
}

function catalogue(request: Request, around: Surroundings): string {
    const all = around.rules();
    switch (request.format) {
        case "json":
            return jsonCatalogue(all);
        case "markdown":
            return markdownCatalogue(all);
        default:
            return textCatalogue(all, pageOf(request, around));
    }
}

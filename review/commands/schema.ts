import type { Request } from "../options";
import { printed } from "../report/json";
import { deliver } from "./deliver";
import type { Surroundings } from "./surroundings";

/** `ringfence schema`: the JSON Schema of a stack file. */
export async function schema(request: Request, around: Surroundings): Promise<number> {
    await deliver(printed(around.schema()), request, around);
    return 0;
}

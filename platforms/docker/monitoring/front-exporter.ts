import type { Container } from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import { baseImage } from "../base-images";
import type { RunningFront } from "../inventory";
import { addresses } from "./addresses";
import { program, type Site } from "./program";
import { sizes } from "./sizes";

/**
 * Tells how many connections nginx has: https://github.com/nginx/nginx-prometheus-exporter. Its image has nothing but the
 * program, which cannot ask itself whether it answers: Prometheus tells when it does not.
 */
export const frontExporter = (site: Site, { host, status, resource }: RunningFront): Container =>
    program(site, addresses.frontExporter, {
        image: baseImage("nginx-exporter"),
        variables: { SCRAPE_URI: pulumi.interpolate`http://${host}:${status}/stub_status` },
        also: [site.engine.networks.services],
        after: [resource],
        ...sizes.frontExporter,
    });

package dev.vetrina.gateway.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** {@code vetrina.management.*}: who may ask the gateway how it is. */
@ConfigMapping(prefix = "vetrina.management")
interface ManagementSettings {

    /** Addresses or networks of those who may see {@code /q/health} and {@code /q/metrics}: this machine. */
    @WithDefault("127.0.0.0/8,::1/128")
    List<String> networks();
}

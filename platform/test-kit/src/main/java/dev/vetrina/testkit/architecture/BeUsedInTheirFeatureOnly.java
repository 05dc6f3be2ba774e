package dev.vetrina.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Every class that depends on the judged one lies in the same package right below the root. */
final class BeUsedInTheirFeatureOnly extends ArchCondition<JavaClass> {

    private final String root;

    BeUsedInTheirFeatureOnly(String root) {
        super("be used in their feature only");
        this.root = root;
    }

    @Override
    public void check(JavaClass used, ConditionEvents events) {
        for (Dependency dependency : used.getDirectDependenciesToSelf()) {
            if (!feature(dependency.getOriginClass()).equals(feature(used))) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }

    private String feature(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return "";
        }
        String below = name.substring(root.length() + 1);
        int end = below.indexOf('.');
        return end < 0 ? below : below.substring(0, end);
    }
}

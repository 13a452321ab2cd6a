/** Value types that all modules share: no behaviour, no Spring. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package se.justera.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What an operator must see to: faults that stop all mail, and no mail's own. */
@NullMarked
package org.aliasrelay.forward.alarm;

import org.jspecify.annotations.NullMarked;

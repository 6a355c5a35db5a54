/** Signs what AWS would publish on an SNS topic and puts it on the topic's queue. */
@NullMarked
package org.aliasrelay.local.notify;

import org.jspecify.annotations.NullMarked;
